using System.Globalization;
using Chancery.Archive;

namespace Chancery.Cli.Rendering;

/// <summary>The dyad-month index as a picture: a panel a direction, cooperation above the line and conflict below it, months not watched shaded.</summary>
internal static class IndexPlot
{
    private const int Width = 960,
        Panel = 200,
        Left = 56,
        Right = 16,
        Top = 44;

    /// <summary>Draws the months; the picture says what was counted and whose scores were summed.</summary>
    public static Picture Of(IReadOnlyList<IndexMonth> months, string counting, string scores)
    {
        var directions = months.GroupBy(month => (month.From, month.To)).ToArray();
        var height = Top + Math.Max(1, directions.Length) * Panel + 40;
        var picture = new Picture(Width, height);
        picture.Say(Left, 20, "Summed scores by month: cooperation above, conflict below; grey months are not watched", "#222222");
        picture.Say(Left, 36, $"counted by {counting}; scores: {scores}", "#666666");
        var most = months.Select(month => Math.Max(month.CooperationScore, -month.ConflictScore)).Append(1).Max();
        for (var i = 0; i < directions.Length; i++)
            Draw(picture, [.. directions[i]], Top + i * Panel, most);
        return picture;
    }

    private static void Draw(Picture picture, IndexMonth[] months, int top, double most)
    {
        const int Half = Panel / 2 - 22;
        var middle = top + Panel / 2;
        var step = (Width - Left - Right) / (double)months.Length;
        picture.Say(Left, top + 14, $"{months[0].From} towards {months[0].To}", "#222222");
        for (var i = 0; i < months.Length; i++)
        {
            var x = Left + i * step;
            if (!months[i].IsWatched)
                picture.Bar(x, middle - Half, step, 2 * Half, "#eeeeee");
            var up = months[i].CooperationScore / most * Half;
            var down = -months[i].ConflictScore / most * Half;
            var bar = Math.Max(0.5, step * 0.8);
            if (up > 0)
                picture.Bar(
                    x,
                    middle - up,
                    bar,
                    up,
                    "#2b6cb0",
                    $"{months[i].Month:yyyy-MM}: {months[i].Cooperation} cooperative, {Number(months[i].CooperationScore)}"
                );
            if (down > 0)
                picture.Bar(
                    x,
                    middle,
                    bar,
                    down,
                    "#c05621",
                    $"{months[i].Month:yyyy-MM}: {months[i].Conflict} conflictual, {Number(months[i].ConflictScore)}"
                );
        }

        picture.Line(Left, Width - Right, middle, "#444444");
        picture.Say(8, middle - Half + 8, Number(most), "#666666");
        picture.Say(8, middle + Half, Number(-most), "#666666");
        for (var i = 0; i < months.Length; i++)
            if (i == 0 || months[i].Month.Month == 1 && (months[i].Month.Year % Math.Max(1, months.Length / 144) == 0))
                picture.Say(
                    Left + i * step,
                    top + Panel - 4,
                    months[i].Month.ToString(i == 0 ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture),
                    "#666666"
                );
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
