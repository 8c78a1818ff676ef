namespace Chancery.Reading.Lexis;

/// <summary>
/// The features that a word's tags and form show, after the English guidelines of Universal Dependencies. Voice is left to the
/// tree: only an auxiliary tells a passive from a perfect.
/// </summary>
internal static class Morphology
{
    /// <summary>The features of a word.</summary>
    public static Features Of(ReadOnlySpan<char> form, UniversalTag tag, PennTag penn)
    {
        var features = penn switch
        {
            PennTag.VBD => Features.TensePast | Features.MoodInd | Features.VerbFin,
            PennTag.VBZ => Features.TensePres | Features.MoodInd | Features.VerbFin | Features.NumberSing | Features.Person3,
            PennTag.VBP => Features.TensePres | Features.MoodInd | Features.VerbFin,
            PennTag.MD => Features.VerbFin,
            PennTag.VB => Features.VerbInf,
            PennTag.VBG => Features.VerbGer,
            PennTag.VBN => Features.TensePast | Features.VerbPart,
            PennTag.NN or PennTag.NNP => Features.NumberSing,
            PennTag.NNS or PennTag.NNPS => Features.NumberPlur,
            PennTag.JJR or PennTag.RBR => Features.DegreeCmp,
            PennTag.JJS or PennTag.RBS => Features.DegreeSup,
            PennTag.PRPP or PennTag.POS => Features.Poss,
            _ => Features.None,
        };
        if (form.Length > 10)
            return features;
        Span<char> lower = stackalloc char[form.Length];
        form.ToLowerInvariant(lower);
        return tag is UniversalTag.PRON or UniversalTag.DET ? features | Pronoun(lower) : features | Particle(lower);
    }

    private static Features Particle(ReadOnlySpan<char> word) =>
        word switch
        {
            "not" or "n't" or "n’t" or "never" or "neither" or "nor" => Features.Negative,
            _ => Features.None,
        };

    private static Features Pronoun(ReadOnlySpan<char> word) =>
        word switch
        {
            "i" or "me" => Features.PronPrs | Features.Person1 | Features.NumberSing,
            "my" or "mine" => Features.PronPrs | Features.Person1 | Features.NumberSing | Features.Poss,
            "we" or "us" => Features.PronPrs | Features.Person1 | Features.NumberPlur,
            "our" or "ours" => Features.PronPrs | Features.Person1 | Features.NumberPlur | Features.Poss,
            "you" => Features.PronPrs | Features.Person2,
            "your" or "yours" => Features.PronPrs | Features.Person2 | Features.Poss,
            "he" or "him" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderMasc,
            "his" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderMasc | Features.Poss,
            "she" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderFem,
            "her" or "hers" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderFem,
            "it" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderNeut,
            "its" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderNeut | Features.Poss,
            "they" or "them" => Features.PronPrs | Features.Person3 | Features.NumberPlur,
            "their" or "theirs" => Features.PronPrs | Features.Person3 | Features.NumberPlur | Features.Poss,
            "himself" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderMasc | Features.Reflex,
            "herself" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderFem | Features.Reflex,
            "itself" => Features.PronPrs | Features.Person3 | Features.NumberSing | Features.GenderNeut | Features.Reflex,
            "themselves" => Features.PronPrs | Features.Person3 | Features.NumberPlur | Features.Reflex,
            "ourselves" => Features.PronPrs | Features.Person1 | Features.NumberPlur | Features.Reflex,
            "this" or "that" => Features.PronDem | Features.NumberSing,
            "these" or "those" => Features.PronDem | Features.NumberPlur,
            "who" or "which" or "whom" or "whose" => Features.PronRel,
            "what" => Features.PronInt,
            "the" => Features.Definite,
            "a" or "an" => Features.Indefinite,
            "no" or "nobody" or "nothing" or "none" => Features.Negative,
            _ => Features.None,
        };
}
