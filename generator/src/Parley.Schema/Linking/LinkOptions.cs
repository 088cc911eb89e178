namespace Parley.Schema.Linking;

/// <summary>What linking needs besides the files.</summary>
/// <param name="RootNamespace">Namespace of the root folder's types; may be empty. Characters that no C# name may hold become <c>_</c>.</param>
public sealed record LinkOptions(string RootNamespace);
