namespace Parley.Schema.Linking;

/// <summary>What linking needs besides the files.</summary>
/// <param name="RootNamespace">Namespace of the root folder's types; may be empty. Characters that no C# name may hold become <c>_</c>.</param>
/// <param name="AssertsFormats">Whether <c>format</c> is an assertion (vocabulary <c>format-assertion</c>) and not only a note.</param>
public sealed record LinkOptions(string RootNamespace, bool AssertsFormats = false);
