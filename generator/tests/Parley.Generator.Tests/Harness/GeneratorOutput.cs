using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Parley.Generator.Tests.Harness;

/// <summary>What a run gave.</summary>
public sealed class GeneratorOutput(GeneratorDriverRunResult result, Compilation compilation, GeneratorDriver driver)
{
    private Assembly? _assembly;

    /// <summary>Files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        result.Results.Single().GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());

    internal Compilation Compilation => compilation;

    internal GeneratorDriver Driver => driver;

    /// <summary>The emitted code, compiled and loaded.</summary>
    public Assembly Assembly => _assembly ??= CompiledOutput.Load(compilation);

    /// <summary>An emitted declaration.</summary>
    public LiveType Type(string name) => new(Assembly.GetType(GeneratorHarness.Namespace + "." + name, throwOnError: true)!);
}
