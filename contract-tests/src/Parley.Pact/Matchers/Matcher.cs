using System.Text.Json.Serialization;

namespace Parley.Pacts;

/// <summary>A matching rule with its example.</summary>
// A serialiser that knows only the object at hand does not see the converter of the interface.
[JsonConverter(typeof(MatcherConverter))]
internal sealed record Matcher(string Type, object? Value) : IMatcher
{
    /// <summary>The pattern of a <c>regex</c>.</summary>
    public string? Regex { get; init; }

    /// <summary>Fewest items of an array.</summary>
    public int? Min { get; init; }

    /// <summary>Most items of an array.</summary>
    public int? Max { get; init; }
}
