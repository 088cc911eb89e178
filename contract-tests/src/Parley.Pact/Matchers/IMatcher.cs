using System.Text.Json.Serialization;

namespace Parley.Pacts;

/// <summary>Stands in a body, header or query for every value like its example. Made by <see cref="Match"/>.</summary>
[JsonConverter(typeof(MatcherConverter))]
public interface IMatcher
{
    /// <summary>The name of the matching rule, such as <c>regex</c>.</summary>
    string Type { get; }

    /// <summary>The example.</summary>
    object? Value { get; }
}
