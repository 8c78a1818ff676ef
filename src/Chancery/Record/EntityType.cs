namespace Chancery.Record;

/// <summary>What sort of thing an entity is. The published names are lower case with hyphens, such as <c>armed-group</c>.</summary>
public enum EntityType
{
    /// <summary>A state, as actor or as territory.</summary>
    State,

    /// <summary>A part of a state that acts: ministry, presidency, parliament, army, court.</summary>
    Organ,

    /// <summary>A human being.</summary>
    Person,

    /// <summary>A post that persons hold one after another.</summary>
    Office,

    /// <summary>An intergovernmental organisation or grouping.</summary>
    Igo,

    /// <summary>A non-governmental organisation, firm or party.</summary>
    Ngo,

    /// <summary>A body under arms that no recognised state commands.</summary>
    ArmedGroup,

    /// <summary>A newspaper, agency, broadcaster or platform.</summary>
    Outlet,

    /// <summary>A place as such, not the government that sits there.</summary>
    Place,

    /// <summary>People or bodies taken together; see <see cref="Entity.Members"/>.</summary>
    Group,

    /// <summary>A happening with a name.</summary>
    Event,

    /// <summary>A text with standing of its own: treaty, statement, resolution, letter.</summary>
    Text,

    /// <summary>Anything else.</summary>
    Other,
}
