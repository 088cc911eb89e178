namespace Parley.Documentation.Diff;

/// <summary>What a change means for those who rely on the contract.</summary>
public enum ChangeClass
{
    /// <summary>A client or server that kept to the old contract can fail against the new one.</summary>
    Breaking,

    /// <summary>Those who kept to the old contract are served as before.</summary>
    Compatible,

    /// <summary>Only words have changed: descriptions, examples, other annotations.</summary>
    Documentation,
}
