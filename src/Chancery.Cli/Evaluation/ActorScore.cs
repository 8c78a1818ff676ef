using Chancery.Actors;
using Chancery.Reading;

namespace Chancery.Cli.Evaluation;

/// <summary>Scores the coding of actors by their words against a table of words, country and sector, separated by tabs; <c>-</c> is none and <c>*</c> not counted.</summary>
internal static class ActorScore
{
    /// <summary>The shares that are right of those labelled; every other row goes to <paramref name="misses"/>.</summary>
    public static IReadOnlyList<Figure> Of(string path, IReader reader, TextWriter misses)
    {
        var (country, countries, sector, sectors, both, n) = (0, 0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            if (line.Split('\t') is not [var words, var wantedCountry, var wantedSector])
                continue;
            var coded = ActorCoder.Code(words, null, reader);
            var (hasCountry, hasSector) = (Is(wantedCountry, coded.Country), Is(wantedSector, coded.Sector));
            n++;
            both += hasCountry && hasSector ? 1 : 0;
            if (wantedCountry != "*")
            {
                countries++;
                country += hasCountry ? 1 : 0;
            }
            if (wantedSector != "*")
            {
                sectors++;
                sector += hasSector ? 1 : 0;
            }
            if (!hasCountry || !hasSector)
                misses.WriteLine(
                    string.Join('\t', words, wantedCountry + " " + wantedSector, coded.Country + " " + coded.Sector, coded.Entity?.Id)
                );
        }

        return [new("country", Share(country, countries)), new("sector", Share(sector, sectors)), new("both", Share(both, n)), new("n", n)];
    }

    private static bool Is(string wanted, string coded) => wanted == "*" || (wanted == "-" ? "" : wanted) == coded;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
