using Chancery.Record;

namespace Chancery.Intake;

/// <summary>The coded problems of the door, each with its mend; docs/errors.md lists them.</summary>
internal static class Refusals
{
    public static Problem Missing(string place) => new("CH1001", "there is no such file or folder.", place, "Check the path.");

    public static Problem Unreadable(string place, string why) =>
        new("CH1002", $"it cannot be read ({why}).", place, "Check its permissions.");

    public static Problem Empty(string place) => new("CH1003", "it holds no text.", place, "Leave it out, or give the text.");

    public static Problem Binary(string place) => new("CH1004", "it is not text.", place, "Convert it to UTF-8 text or HTML first.");

    public static Problem TooLarge(string place, long limit) =>
        new("CH1005", $"it is larger than {limit >> 20} MiB.", place, "Split it, or give many documents as JSON lines.");

    public static Problem Replaced(string place, string how) =>
        new("CH1006", $"its bytes are not UTF-8; {how}.", place, "Save it as UTF-8.");

    public static Problem Barren(string place) =>
        new(
            "CH1007",
            "the folder holds nothing that can be read.",
            place,
            "Give a folder with .txt, .md, .html, .json, .jsonl, .csv, .tsv or .xml files."
        );

    public static Problem Json(string place, string why) =>
        new("CH1010", $"it is not JSON as expected: {why}.", place, "Give one object, or an array of them, with a field \"text\".");

    public static Problem NoText(string place) =>
        new("CH1011", "it has no field or column \"text\".", place, "Name the field that holds the text \"text\".");

    public static Problem Xml(string place, string why) =>
        new("CH1012", $"it is not an RSS or Atom feed: {why}.", place, "Check that it is well-formed and without a document type.");

    public static Problem Table(string place, string why) =>
        new("CH1013", $"the table cannot be read: {why}.", place, "Quote fields that hold separators.");

    public static Problem Date(string place, string value) =>
        new("CH1014", $"\"{Brief(value)}\" is not a date; it was passed over.", place, "Write dates as 2024-02-08.");

    public static Problem Kind(string place, string value) =>
        new(
            "CH1015",
            $"\"{Brief(value)}\" is not a kind of text; it was passed over.",
            place,
            "Use news, readout, joint-statement, interview or speech."
        );

    private static string Brief(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
