using System.Globalization;

namespace Parley.Generator.Tests.Harness;

/// <summary>What a run may vary.</summary>
internal sealed record RunOptions
{
    /// <summary>The project's <c>RootNamespace</c>.</summary>
    public string RootNamespace { get; init; } = "Sample";

    /// <summary>The project's <c>ParleyNamespace</c>; null when it sets none.</summary>
    public string? ParleyNamespace { get; init; }

    /// <summary>The project's <c>ParleyFormatAssertion</c>.</summary>
    public bool AssertsFormats { get; init; }

    /// <summary>C# of the project itself.</summary>
    public string[] Sources { get; init; } = [];

    /// <summary>Culture of the build.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The diagnostics that the run must report, all of them and no others.</summary>
    public ExpectedDiagnostic[] Diagnostics { get; init; } = [];
}
