namespace Parley.Schema.Reading;

/// <summary>An input file, compared by content.</summary>
/// <param name="Path">Logical path with <c>/</c>, such as <c>chat/accept.schema.json</c>.</param>
/// <param name="Text">The whole text.</param>
public sealed record SchemaFile(string Path, string Text);
