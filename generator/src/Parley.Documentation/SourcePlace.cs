namespace Parley.Documentation;

/// <summary>A range of a file, as an editor counts: from 1, in UTF-16 code units.</summary>
/// <param name="Path">Logical path of the file.</param>
/// <param name="Line">Line of the first character.</param>
/// <param name="Column">Column of the first character.</param>
/// <param name="EndLine">Line of the character after the last.</param>
/// <param name="EndColumn">Column of the character after the last.</param>
public sealed record SourcePlace(string Path, int Line, int Column, int EndLine, int EndColumn);
