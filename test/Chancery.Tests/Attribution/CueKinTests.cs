using Chancery.Attribution;

namespace Chancery.Tests.Attribution;

public sealed class CueKinTests
{
    [Theory]
    [InlineData("retort", "communication")]
    [InlineData("suppose", "mental")]
    [InlineData("foresee", "mental")]
    [InlineData("drop", "other")]
    [InlineData("qqqqq", "other")]
    public void A_cue_that_is_not_listed_takes_the_class_of_its_kin(string lemma, string kind) => Assert.Equal(kind, CueKin.ClassOf(lemma));
}
