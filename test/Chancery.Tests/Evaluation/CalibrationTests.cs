using Chancery.Cli.Evaluation;

namespace Chancery.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void What_is_stated_is_held_against_what_is_right_by_tenths()
    {
        var calibration = new Calibration();
        for (var i = 0; i < 10; i++)
            calibration.Add(.95, right: i != 0, labelled: true);
        for (var i = 0; i < 10; i++)
            calibration.Add(.45, right: i < 2, labelled: i < 5);
        Assert.Equal(((.95 - .9) + (.45 - .2)) / 2, calibration.Error, 9);
        Assert.Equal([4, 9], calibration.ByTenth.Select(static tenth => tenth.Tenth));
    }

    [Fact]
    public void Precision_at_a_coverage_takes_the_likeliest_first_and_equals_together()
    {
        var calibration = new Calibration();
        calibration.Add(.9, right: true, labelled: true);
        calibration.Add(.8, right: true, labelled: true);
        calibration.Add(.8, right: false, labelled: false);
        calibration.Add(.3, right: false, labelled: true);
        Assert.Equal(1, calibration.PrecisionAt(1));
        Assert.Equal(2.0 / 3, calibration.PrecisionAt(2), 9);
        Assert.Equal(.5, calibration.PrecisionAt(3));
        Assert.Equal(0, new Calibration().PrecisionAt(1));
    }
}
