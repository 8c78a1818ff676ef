using System.Globalization;
using Chancery.Archive;

namespace Chancery.Cli.Rendering;

/// <summary>A timeline as a picture: a lane a sort of contact, a mark a contact, hollow where it did not take place.</summary>
internal static class LanePlot
{
    private const int Width = 960,
        Lane = 34,
        Left = 110,
        Right = 20,
        Top = 40;

    /// <summary>Draws the dated contacts.</summary>
    public static Picture Of(string one, string other, IReadOnlyList<Contact> contacts)
    {
        var dated = contacts.Where(contact => contact.Start is not null).ToArray();
        var lanes = Contact.Lanes.Where(lane => dated.Any(contact => contact.Lane == lane)).ToArray();
        var height = Top + lanes.Length * Lane + 36;
        var picture = new Picture(Width, height);
        picture.Say(12, 22, $"{one} and {other}: {dated.Length} dated contacts, {contacts.Count - dated.Length} undated", "#222222");
        if (dated.Length > 0)
            Draw(picture, dated, lanes);
        return picture;
    }

    private static void Draw(Picture picture, Contact[] dated, string[] lanes)
    {
        int first = dated.Min(contact => contact.Start!.Value.DayNumber),
            last = Math.Max(first + 1, dated.Max(contact => contact.Start!.Value.DayNumber));
        double X(int day) => Left + (day - first) * (double)(Width - Left - Right) / (last - first);
        for (var i = 0; i < lanes.Length; i++)
        {
            var y = Top + i * Lane + Lane / 2;
            picture.Say(12, y + 4, lanes[i], "#222222");
            picture.Line(Left, Width - Right, y, "#dddddd");
            foreach (var contact in dated.Where(contact => contact.Lane == lanes[i]))
            {
                var colour = contact.Quad?.EndsWith("conflict", StringComparison.Ordinal) == true ? "#c05621" : "#2b6cb0";
                picture.Disc(
                    X(contact.Start!.Value.DayNumber),
                    y,
                    4,
                    colour,
                    contact.Status is "occurred" or "ongoing" or "historical",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{contact.Start:yyyy-MM-dd} {contact.Type} {contact.Mode} ({contact.Status}): {contact.Words}"
                    )
                );
            }
        }

        int from = DateOnly.FromDayNumber(first).Year,
            to = DateOnly.FromDayNumber(last).Year,
            every = Math.Max(1, (to - from) / 12);
        for (var year = from; year <= to; year += every)
            if (new DateOnly(year, 1, 1).DayNumber is var day && day >= first)
                picture.Say(X(day), Top + lanes.Length * Lane + 18, year.ToString(CultureInfo.InvariantCulture), "#666666");
        picture.Say(
            Left,
            Top + lanes.Length * Lane + 32,
            $"{DateOnly.FromDayNumber(first):yyyy-MM-dd} to {DateOnly.FromDayNumber(last):yyyy-MM-dd}",
            "#666666"
        );
    }
}
