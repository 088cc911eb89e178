using Parley.Schema.Json;

namespace Parley.Documentation.Model;

/// <summary>A JSON value as it stands in a file.</summary>
/// <param name="Path">Logical path of the file.</param>
/// <param name="Pointer">JSON pointer in the file, as a fragment.</param>
/// <param name="Json">The value.</param>
public sealed record SourceNode(string Path, string Pointer, JsonNode Json)
{
    /// <summary>A member's value, or null.</summary>
    public SourceNode? Member(string name) =>
        Json.Find(name) is { } member ? new SourceNode(Path, JsonPointer.Append(Pointer, name), member.Value) : null;
}
