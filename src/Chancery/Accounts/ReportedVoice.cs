using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A stretch of a report that is somebody's words.</summary>
/// <param name="Side">For which side he speaks: a state by its code, an organisation or an armed group by its id.</param>
/// <param name="By">Who speaks.</param>
/// <param name="Words">What is said, with the words that ascribe it and that name who speaks.</param>
internal readonly record struct ReportedVoice(string Side, Entity By, Span Words);
