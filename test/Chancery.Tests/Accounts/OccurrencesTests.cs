using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class OccurrencesTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    private static readonly Document[] Reports =
    [
        Text("Japanese Prime Minister Fumio Kishida spoke by phone with South Korean President Yoon Suk Yeol on Tuesday. The call lasted half an hour.", 2024, 6, 5),
        Text("South Korean President Yoon Suk Yeol spoke by telephone with Japanese Prime Minister Fumio Kishida on June 4.", 2024, 6, 5),
        Text("Fumio Kishida met Yoon Suk Yeol in Seoul on May 26.", 2024, 6, 5),
    ];

    [Fact]
    public void A_call_told_in_two_documents_is_one_and_a_meeting_is_another()
    {
        var contacts = Of(Reports).Where(occurrence => occurrence.Type == EventType.CONSULT).ToList();
        var call = Assert.Single(contacts, occurrence => occurrence.Mode == "phone");
        Assert.Equal(2, call.Documents);
        Assert.True(call.Mentions.Length >= 3);
        Assert.NotEmpty(call.Why);
        Assert.Single(contacts, occurrence => occurrence.Mode != "phone" && occurrence.Documents == 1);
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter()
        => Assert.Equal(Of(Reports).Select(occurrence => occurrence.Id), Of([.. Reports.Reverse()]).Select(occurrence => occurrence.Id));

    private static IReadOnlyList<Occurrence> Of(Document[] documents) => Occurrences.Of(documents.Select(document => Clerk.Read(document).Telling));

    private static Document Text(string text, int year, int month, int day) => Document.Of(text, published: new DateOnly(year, month, day));
}
