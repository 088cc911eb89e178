namespace Parley.Documentation.Diff;

/// <summary>Who writes the values of a schema.</summary>
internal enum Direction
{
    /// <summary>The client: what was valid must stay valid.</summary>
    Request,

    /// <summary>The server, in answers and notifications: what is valid now must have been valid.</summary>
    Answer,
}

/// <summary>What a change does to the set of valid values.</summary>
internal enum Effect
{
    /// <summary>Fewer values are valid.</summary>
    Narrower,

    /// <summary>More values are valid.</summary>
    Wider,

    /// <summary>Some are no longer valid and others are new, or that cannot be told.</summary>
    Different,
}

internal static class Effects
{
    public static ChangeClass ClassOf(this Effect effect, Direction direction) => (effect, direction) switch
    {
        (Effect.Narrower, Direction.Answer) or (Effect.Wider, Direction.Request) => ChangeClass.Compatible,
        _ => ChangeClass.Breaking,
    };
}
