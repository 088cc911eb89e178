namespace Parley.Schema.Reading;

/// <summary>An input file, compared by content.</summary>
/// <param name="Path">Logical path with <c>/</c>, such as <c>chat/accept.schema.json</c>.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Uri">The absolute URI under which others refer to the file, beside its <c>$id</c>; null when it has none.</param>
public sealed record SchemaFile(string Path, string Text, string? Uri = null);
