namespace Parley.Schema.Model;

/// <summary>A reference to a declaration, enough to call it without looking into it: a change of the target's rules never re-emits the place that refers to it.</summary>
/// <param name="TypeName">Fully qualified C# name of the declaration, with <c>global::</c>.</param>
/// <param name="Shape">What its values are.</param>
/// <param name="Path">Logical path of the file that declares it.</param>
/// <param name="Pointer">JSON pointer of the subschema in that file, as a fragment.</param>
public sealed record TypeReference(string TypeName, Shape Shape, string Path, string Pointer);
