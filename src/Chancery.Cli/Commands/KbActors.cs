using System.CommandLine;
using System.Globalization;
using Chancery.Actors;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery kb actors</c>: country and sector of actors by their words, a line each.</summary>
internal static class KbActors
{
    public static Command Create(Option<string?> pack)
    {
        var actors = new Argument<string[]>("ACTOR")
        {
            Description = "Words for actors; none, or -, reads a line each from the standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var date = new Option<string?>("--date") { Description = "The day as of which offices are held, as 2024-02-08." };
        var command = new Command("actors", "Give actors their country and sector, as event data codes them.") { actors, date, pack };
        command.SetAction(parsed =>
        {
            DateOnly? day = null;
            if (parsed.GetValue(date) is { } asked)
            {
                if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                {
                    Console.Error.WriteLine($"error CH1401 --date {asked}: no day. Write it as 2024-02-08.");
                    return ExitCode.Usage;
                }

                day = on;
            }

            if (PackOption.World(parsed.GetValue(pack)) is not { } world)
                return ExitCode.BadInput;
            var reader = ReaderChoice.Open();
            Console.Out.WriteLine("words\tcountry\tsector\tentity\tname");
            var given = parsed.GetValue(actors)!;
            foreach (var words in given is [] or ["-"] ? Lines(Console.In) : given)
            {
                var coded = ActorCoder.Code(words, day, reader, world);
                Console.Out.WriteLine(
                    string.Join('\t', words.Replace('\t', ' '), coded.Country, coded.Sector, coded.Entity?.Id, coded.Entity?.Name)
                );
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }
}
