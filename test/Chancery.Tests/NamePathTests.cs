using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Tests;

public sealed class NamePathTests
{
    [Fact]
    public void Names_are_the_best_of_all_paths_over_all_types_together()
    {
        var state = 7u;
        for (var round = 0; round < 200; round++)
        {
            var words = 1 + (round % 5);
            var scores = new float[words][];
            for (var word = 0; word < words; word++)
            {
                scores[word] = new float[NameMarks.Count];
                for (var mark = 0; mark < NameMarks.Count; mark++)
                {
                    state = (state * 1664525) + 1013904223;
                    scores[word][mark] = (state >> 20) / 600f;
                }

                // As likely as not outside, so that paths of all kinds win.
                scores[word][0] += 1.5f;
            }

            var path = new NamePath();
            path.Open(words);
            foreach (var row in scores)
                path.Add(row);
            var marks = new byte[words];
            path.Fill(marks);
            var found = string.Concat(
                marks.Select(mark =>
                    mark == 0 ? 'O'
                    : NameMarks.IsBegin(mark) ? 'B'
                    : 'I'
                )
            );
            if (scores.All(row => Together(row, 1) < row[0] && Together(row, 2) < row[0]))
                Assert.Equal(new string('O', words), found);
            else
                Assert.Equal(Paths(words).MaxBy(states => Sum(states, scores)), found);
        }
    }

    [Fact]
    public void A_name_of_doubtful_type_is_a_name_of_its_likeliest_type()
    {
        var first = new float[NameMarks.Count];
        var second = new float[NameMarks.Count];
        (
            first[0],
            first[NameMarks.Begin(NameType.Person)],
            first[NameMarks.Begin(NameType.Place)],
            first[NameMarks.Begin(NameType.Organisation)]
        ) = (5f, 4.5f, 4.6f, 4f);
        (second[0], second[NameMarks.Inside(NameType.Person)], second[NameMarks.Inside(NameType.Place)]) = (0f, 6f, 5f);
        var path = new NamePath();
        path.Open(2);
        path.Add(first);
        path.Add(second);
        var marks = new byte[2];
        path.Fill(marks);
        Assert.Equal([(byte)NameMarks.Begin(NameType.Person), (byte)NameMarks.Inside(NameType.Person)], marks);
    }

    private static IEnumerable<string> Paths(int words) =>
        words == 0
            ? [""]
            : Paths(words - 1)
                .SelectMany(before =>
                    "OBI".Where(next => next != 'I' || before.EndsWith('B') || before.EndsWith('I')).Select(next => before + next)
                );

    private static double Sum(string states, float[][] scores) =>
        states.Select((state, word) => state == 'O' ? scores[word][0] : Together(scores[word], state == 'B' ? 1 : 2)).Sum();

    private static double Together(float[] scores, int first) =>
        Math.Log(Enumerable.Range(0, (scores.Length - first + 1) / 2).Sum(i => Math.Exp(scores[first + (2 * i)])));
}
