namespace Parley.Generator;

/// <summary>Names of the pipeline's steps.</summary>
internal static class TrackingNames
{
    /// <summary>Input files by content.</summary>
    public const string Files = nameof(Files);

    /// <summary>Files read, each on its own.</summary>
    public const string Read = nameof(Read);

    /// <summary>All files linked.</summary>
    public const string Link = nameof(Link);

    /// <summary>Where the compiler has the files.</summary>
    public const string Places = nameof(Places);

    /// <summary>Namespace to emit into.</summary>
    public const string Options = nameof(Options);

    /// <summary>Models of schema files.</summary>
    public const string Types = nameof(Types);

    /// <summary>Models of contracts.</summary>
    public const string Contracts = nameof(Contracts);

    /// <summary>C# of schema files.</summary>
    public const string TypeFiles = nameof(TypeFiles);

    /// <summary>C# of contracts.</summary>
    public const string ContractFiles = nameof(ContractFiles);

    /// <summary>What is wrong.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
