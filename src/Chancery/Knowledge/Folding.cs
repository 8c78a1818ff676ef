using System.Text;

namespace Chancery.Knowledge;

/// <summary>
/// Takes marks off Latin letters: agencies write Erdogan, Szijjarto and Malacanang. By a table and not by Unicode normalisation, which a
/// build without culture data does not carry out.
/// </summary>
internal static class Folding
{
    private static readonly string?[] Plain = Table(
        "a àáâãäåāăąạảấầẩẫậắằẳẵặǎə|A ÀÁÂÃÄÅĀĂĄẠẢẤẦẨẪẬẮẰẲẴẶƏ|c çćĉċč|C ÇĆĈĊČ|d ďđḍ|D ĎĐḌ|e èéêëēĕėęěẹẻẽếềểễệ|E ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ|g ĝğġģ|G ĜĞĠĢ|h ĥħḥ|H ĤĦḤ"
            + "|i ìíîïĩīĭįıỉịǐ|I ÌÍÎÏĨĪĬĮİỈỊ|j ĵ|J Ĵ|k ķḵ|K ĶḴ|l ĺļľŀł|L ĹĻĽĿŁ|n ñńņňŉṇ|N ÑŃŅŇ|o òóôõöøōŏőọỏốồổỗộớờởỡợơǒ|O ÒÓÔÕÖØŌŎŐỌỎỐỒỔỖỘỚỜỞỠỢƠ|r ŕŗř|R ŔŖŘ"
            + "|s śŝşšșṣ|S ŚŜŞŠȘṢ|t ţťŧțṭ|T ŢŤŦȚṬ|u ùúûüũūŭůűųụủứừửữựưǔ|U ÙÚÛÜŨŪŬŮŰŲỤỦỨỪỬỮỰƯ|w ŵ|W Ŵ|y ýÿŷỳỵỷỹ|Y ÝŸŶỲỴỶỸ|z źżžẓ|Z ŹŻŽẒ|ae æ|AE Æ|oe œ|OE Œ|ss ß|th þ|Th Þ|d ð|D Ð|' ’‘ʻʼ`"
    );

    /// <summary>The words without marks; the same string where there is none to take off.</summary>
    public static string Of(string words)
    {
        if (Ascii.IsValid(words))
            return words;
        var at = 0;
        while (words[at] < '\u0080')
            at++;
        var folded = new StringBuilder(words, 0, at, words.Length);
        for (; at < words.Length; at++)
            if (words[at] < Plain.Length && Plain[words[at]] is { } plain)
                folded.Append(plain);
            else
                folded.Append(words[at]);
        return folded.ToString();
    }

    /// <summary>The words with the letters that some write out: "Stoere" for "Støre", "Mueller" for "Müller".</summary>
    public static string Spelt(string words)
    {
        var spelt = new StringBuilder(words.Length + 4);
        foreach (var letter in words)
            spelt.Append(
                letter switch
                {
                    'ø' or 'ö' => "oe",
                    'ü' => "ue",
                    'ä' => "ae",
                    'å' => "aa",
                    'Ø' or 'Ö' => "Oe",
                    'Ü' => "Ue",
                    'Ä' => "Ae",
                    'Å' => "Aa",
                    _ => letter.ToString(),
                }
            );
        return spelt.ToString();
    }

    // By the letter itself: a dictionary of letters would have to be compiled at every start.
    private static string?[] Table(string rows)
    {
        var table = new string?[0x2020];
        foreach (var row in rows.Split('|'))
        {
            var space = row.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in row[(space + 1)..])
                table[letter] = row[..space];
        }

        return table;
    }

    /// <summary>Whether two words may be spellings of one name: of five letters at least, the first of one sound, and two letters apart at most, one in short ones.</summary>
    internal static bool Alike(string one, string other)
    {
        if (one == other)
            return true;
        if (one.Length < 5 || other.Length < 5 || one.Length > 40 || other.Length > 40 || !Sound(one[0], other[0]))
            return false;
        var most = Math.Min(one.Length, other.Length) < 8 ? 1 : 2;
        if (Math.Abs(one.Length - other.Length) > most)
            return false;
        Span<int> above = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var (corner, least) = (above[0], int.MaxValue);
            above[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var step = Math.Min(Math.Min(above[j], above[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                (corner, above[j]) = (above[j], step);
                least = Math.Min(least, step);
            }

            if (least > most)
                return false;
        }

        return above[other.Length] <= most;
    }

    // First letters that one sound is written with: "Couchner" and "Kouchner", "Jatseniuk" and "Yatseniuk".
    private static bool Sound(char one, char other) =>
        one == other || (one < other ? (one, other) : (other, one)) is ('c', 'k') or ('j', 'y') or ('s', 'z') or ('v', 'w') or ('i', 'y');
}
