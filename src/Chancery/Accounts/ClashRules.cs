using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>All ways of contradicting, the narrowest first. What each looks for, with an example, is in the table of docs/compare.md.</summary>
internal static class ClashRules
{
    /// <summary>The rules over the propositions of some accounts.</summary>
    /// <param name="alignment">How close two propositions are.</param>
    /// <param name="kinship">How far two speak of one matter.</param>
    /// <param name="owners">Whose account each is.</param>
    public static ImmutableArray<ClashRule> Of(Alignment alignment, Kinship kinship, IReadOnlyList<string> owners)
    {
        var blame = new BlameClash(owners);
        return
        [
            new("number", (left, right) => NumberClash.Of(left, right, alignment.Closeness(left.Said, right.Said)), false),
            new("harm", (left, right) => HarmClash.Of(left, right, kinship), false),
            new("request", (left, right) => RequestClash.Of(left, right, kinship), false),
            new("condition", (left, right) => ConditionClash.Of(left, right, kinship), false),
            new("demand", (left, right) => DemandClash.Of(left, right, kinship), true),
            new("charge", (left, right) => ChargeClash.Of(left, right, kinship), true),
            new("existence", ExistenceClash.Of, true),
            new("conduct", (left, right) => ConductClash.Of(left, right, kinship), true),
            new("refutation", (left, right) => RefutationClash.Of(left, right, kinship), true),
            new("stance", (left, right) => StanceClash.Of(left, right, kinship), false),
            new("denial", (left, right) => DenialClash.Of(left, right, kinship), true),
            new("undertaking", (left, right) => UndertakingClash.Of(left, right, kinship), true),
            new("deed", DeedDenialClash.Of, true),
            new("place", (left, right) => PlaceClash.Of(left, right, kinship), false),
            new("sovereignty", SovereigntyClash.Of, false),
            new("knowledge", KnowledgeClash.Of, true),
            new("day", (left, right) => DayClash.Of(left, right, kinship), false),
            new("meeting day", MeetingDayClash.Of, false),
            new("opposites", (left, right) => OppositeClash.Of(left, right, kinship), false),
            new("aspect", (left, right) => AspectClash.Of(left, right, kinship), false),
            new("responsibility", (left, right) => ResponsibilityClash.Of(left, right, kinship), false),
            new("venue", (left, right) => VenueClash.Of(left, right, kinship), false),
            new("contact", (left, right) => ContactDenialClash.Of(left, right, kinship), true),
            new("universal", UniversalClash.Of, true),
            new("act", (left, right) => ActDenialClash.Of(left, right, kinship), true),
            new("open", (left, right) => OpenClash.Of(left, right, kinship), true),
            new("blame", (left, right) => blame.Of(left, right, kinship), false),
            new("cooperation", CooperationClash.Of, true),
            new("position", PositionClash.Of, true),
        ];
    }
}
