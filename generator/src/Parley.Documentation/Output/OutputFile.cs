namespace Parley.Documentation.Output;

/// <summary>A file to write.</summary>
/// <param name="Path">Relative to the output folder, with <c>/</c>.</param>
/// <param name="Text">The whole text; written as UTF-8 without byte order mark.</param>
public sealed record OutputFile(string Path, string Text);
