namespace Chancery.Knowledge;

/// <summary>A noun for people by what they do.</summary>
/// <param name="Many">Whether it means several.</param>
/// <param name="Kind"><c>person</c>, <c>body</c> or <c>army</c>.</param>
/// <param name="Sector">What they are: government, military, rebel, media...; empty where open.</param>
internal readonly record struct RoleWord(bool Many, string Kind, string Sector);
