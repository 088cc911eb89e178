namespace Parley.Schema.Json;

/// <summary>A place in a text.</summary>
/// <param name="Line">Line, from 0. Lines end with <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</param>
/// <param name="Column">UTF-16 code units before it on its line, from 0; a byte order mark does not count.</param>
public readonly record struct JsonPosition(int Line, int Column);
