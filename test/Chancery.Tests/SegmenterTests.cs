using Chancery.Reading;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Tests;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("He didn't go.", "He|did|n't|go|.")]
    [InlineData(
        "U.S. officials' well-known plan (of $1.5 billion) won't fail.",
        "U.S.|officials|'|well|-|known|plan|(|of|$|1.5|billion|)|wo|n't|fail|."
    )]
    [InlineData(
        "Kenya’s non-aligned stance, at 5:00 p.m., cannot change…",
        "Kenya|’s|non-aligned|stance|,|at|5:00|p.m.|,|can|not|change|…"
    )]
    [InlineData("“Never again,” said Mr. Mitsotakis.", "“|Never|again|,|”|said|Mr.|Mitsotakis|.")]
    [InlineData("Call 555-0100 or 1-800-555-0100, weekdays 9-17.", "Call|555-0100|or|1-800-555-0100|,|weekdays|9|-|17|.")]
    [InlineData(
        "\"Amina Said\"<press@embassy.example.org> (see http://www.example.org/a-b).",
        "\"|Amina|Said|\"|<|press@embassy.example.org|>|(|see|http://www.example.org/a-b|)|."
    )]
    [InlineData("It ended.They dont know why :) Why?! (See:)", "It|ended|.|They|do|nt|know|why|:)|Why|?!|(|See|:|)")]
    [InlineData("At 7:30PM the #summit opened, w/ a dis- disputed text...", "At|7:30|PM|the|#summit|opened|,|w/|a|dis|-|disputed|text|...")]
    public void Words_are_cut_as_the_treebanks_cut_them(string text, string expected)
    {
        var words = new List<Span>();
        Tokenizer.Cut(text, 0, text.Length, words);
        Assert.Equal(expected, string.Join('|', words.Select(word => text[word.Start..word.End])));
    }

    [Theory]
    [InlineData("The U.S. said no. Mr. Ruto left on Sept. 5. He was tired.", 3)]
    [InlineData("“We agree. We will meet,” he said. “Why?” she asked. Nobody knew.", 4)]
    [InlineData("He met Gen. J. R. Okello in Washington, D.C. The talks failed.", 2)]
    [InlineData("Ms. Lopez, who landed at 9 a.m. Wednesday, called the talks useful. They end at 4 p.m. Friday.", 2)]
    [InlineData("The depot lies 30 km. from Orvel. It burned for 40 km. Nobody came.", 3)]
    [InlineData("The treaty lapsed. Art. 7 was never used. eBay fell. Judge Thos. Ilves dissented.", 4)]
    [InlineData("The 2nd Regt. of the guard left. “We go,” said one. “Soon,” said another.", 3)]
    public void Sentences_end_where_a_reader_would_end_them(string text, int expected) =>
        Assert.Equal(expected, Segmenter.Cut(text).Sentences.Count);

    [Theory]
    [InlineData("Wire: Has it?\nTan Wei: It has. We know.\nRadio: When?\nTan Wei: Later.", "Wire :|Tan Wei :|Radio :|Tan Wei :")]
    [InlineData("Tan Wei: It has. We know.\nThe end: it came.", "")]
    [InlineData("TAN: It has.\nQ    Has it?\nTAN: Yes.", "TAN :|Q|TAN :")]
    [InlineData("From: Tan\nTo: Li\nIt is.\nFrom: Li\nTo: Tan", "")]
    public void Labels_of_a_transcript_are_sentences_of_their_own(string text, string expected)
    {
        var (words, sentences) = Segmenter.Cut(text);
        Assert.Equal(
            expected,
            string.Join(
                '|',
                sentences
                    .Where(s => s.Role == SentenceRole.Speaker)
                    .Select(s => string.Join(' ', words[s.FirstWord..s.EndWord].Select(word => text[word.Start..word.End])))
            )
        );
    }

    [Theory]
    [InlineData("Havana, Sep 5 (Agency) The minister left. He was late.", "Havana , Sep 5 ( Agency )")]
    [InlineData("MOSCOW, October 20. /AGENCY/. The minister left. He was late.", "MOSCOW , October 20 . / AGENCY / .")]
    [InlineData(
        "LIMA (Sample News / Wire - 21st August, 2019) The minister left. He was late.",
        "LIMA ( Sample News / Wire - 21st August , 2019 )"
    )]
    [InlineData("Havana, a port of Cuba (in the west) The minister left.", "")]
    public void A_dateline_may_end_in_its_agency(string text, string expected)
    {
        var (words, sentences) = Segmenter.Cut(text);
        Assert.Equal(
            expected,
            string.Join(
                '|',
                sentences
                    .Where(s => s.Role == SentenceRole.Dateline)
                    .Select(s => string.Join(' ', words[s.FirstWord..s.EndWord].Select(word => text[word.Start..word.End])))
            )
        );
    }

    [Fact]
    public void A_report_shows_its_title_and_its_dateline()
    {
        var (_, sentences) = Segmenter.Cut("Leaders meet in Nairobi\nNairobi\nThe leaders met on Monday. They shook hands.\n");
        Assert.Equal([SentenceRole.Headline, SentenceRole.Dateline, SentenceRole.Body, SentenceRole.Body], sentences.Select(s => s.Role));
    }

    [Theory]
    [InlineData("Kampala, 3 May 2023", SentenceRole.Dateline)]
    [InlineData("Joint Statement, 3 May 2023", SentenceRole.Headline)]
    [InlineData("Regular Press Conference on November 5, 2024", SentenceRole.Headline)]
    public void A_place_and_a_day_alone_head_a_text_without_a_title(string line, SentenceRole role) =>
        Assert.Equal(role, Segmenter.Cut(line + "\n\nThe leaders met on Monday.\n").Sentences[0].Role);

    [Fact]
    public void Any_text_is_cut_into_words_that_cover_its_signs_in_order()
    {
        var text = string.Concat(Enumerable.Repeat("a'b\u0000\ud800 \U0001F600!! --.)(\"' x-y/z 5%$ \u202eabc\u0301 ", 5000));
        var (words, sentences) = Segmenter.Cut(text);
        Assert.True(words.Zip(words.Skip(1)).All(pair => pair.First.End <= pair.Second.Start && pair.First.Length > 0));
        Assert.True(sentences.All(sentence => sentence.EndWord - sentence.FirstWord <= SentenceSplitter.Longest));
        Assert.Equal(words.Count, sentences[^1].EndWord);
    }
}
