using Chancery.Record;

namespace Chancery.Archive;

/// <summary>The coded problems of the archive, one a member, so that a code means one thing.</summary>
internal static class Complaints
{
    public static ArchiveException Unwritable(string place, Exception e) =>
        new(
            new Problem(
                "CH5001",
                $"The archive cannot be written: {e.Message}",
                place,
                "Choose a folder that you may write to, with room on its disk."
            ),
            e
        );

    public static ArchiveException NoArchive(string place) =>
        new(
            new Problem("CH5002", "This folder is no archive.", place, "Name a folder made by 'chancery read --archive', or an empty one.")
        );

    public static Problem Damaged(string place, string what) =>
        new(
            "CH5003",
            $"A file of the archive is damaged: {what}",
            place,
            "Restore the segment from a copy, or remove its folder and read its documents again."
        );

    public static ArchiveException Unreadable(string place, Exception e) => new(Damaged(place, FirstLine(e.Message)), e);

    public static Problem Unknown(string id, string place) =>
        new(
            "CH5004",
            $"The archive holds nothing named '{id}'.",
            place,
            "Look for it with 'chancery search'; ids may be cut short to their first 8 characters or more."
        );

    public static ArchiveException Compacting(string place, Exception e) =>
        new(new Problem("CH5005", "Another process is compacting this archive.", place, "Wait until it has ended."), e);

    public static Problem BadLine(string place, string what) =>
        new("CH5006", $"The line is no entry: {what}", place, "Import lines as 'chancery export --format jsonl' writes them.");

    public static ArchiveException NoImport(string place, Exception e) =>
        new(
            new Problem(
                "CH5011",
                $"The file cannot be imported: {FirstLine(e.Message)}",
                place,
                "Import a file that 'chancery export' wrote."
            ),
            e
        );

    public static ArchiveException Newer(string place, int format) =>
        new(
            new Problem(
                "CH5007",
                $"The archive has format {format}, made by a newer version of the tool.",
                place,
                "Use that version, or a newer one."
            )
        );

    public static Problem Ambiguous(string id, string place) =>
        new("CH5008", $"More than one entry begins with '{id}'.", place, "Give more characters of the id.");

    public static Problem Foreign(string place) =>
        new(
            "CH5009",
            "A file or folder that the archive did not make lies among its segments.",
            place,
            "Move it elsewhere; it is not read."
        );

    public static Problem Broken(string place, string what) =>
        new(
            "CH5010",
            what,
            place,
            "The record was changed after it was made: restore the segment from a copy, or read the document again."
        );

    public static Problem Unmet(string decision, string why) =>
        new(
            "CH5012",
            $"A decision on occurrences no longer applies in full: {why}.",
            decision,
            "Decide anew with 'chancery review', or take it back with 'chancery review revoke'."
        );

    public static Problem NoMention(string id, string place) =>
        new(
            "CH5013",
            $"'{id}' is no mention of an occurrence.",
            place,
            "Name an event entry, a place such as d-...@12-19, or an occurrence as 'chancery occurrences --archive' lists them."
        );

    public static Problem Alone(string id, string place) =>
        new(
            "CH5014",
            $"'{id}' is one with nothing that it could be kept apart from.",
            place,
            "Name what it shall not be one with, with --from."
        );

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
