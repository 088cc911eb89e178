using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Parley.Generator.Tests;

/// <summary>What the built generator needs of the compiler that loads it. No build here would show a wrong reference; Visual Studio does.</summary>
public sealed class GeneratorAssemblyTests
{
    private static readonly Version OldestCompiler = new(4, 8, 0, 0);

    // What every compiler of that age has loaded itself, at these versions.
    private static readonly Dictionary<string, Version> HostSupplied = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = OldestCompiler,
        ["Microsoft.CodeAnalysis.CSharp"] = OldestCompiler,
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
    };

    [Fact]
    public void It_references_only_what_the_oldest_compiler_supplies()
    {
        var references = References();

        // The two without which it would be no generator: the reading works.
        Assert.Contains(references, reference => reference.Name == "netstandard");
        Assert.Contains(references, reference => reference.Name == "Microsoft.CodeAnalysis");
        Assert.All(references, reference =>
        {
            Assert.True(HostSupplied.TryGetValue(reference.Name, out var supplied), $"{reference.Name} is supplied by no compiler");
            Assert.True(reference.Version <= supplied, $"{reference.Name} {reference.Version} is newer than {supplied}");
        });
    }

    [Fact]
    public void The_compiler_of_these_tests_is_the_oldest_one() =>
        Assert.Equal(OldestCompiler, typeof(Microsoft.CodeAnalysis.Compilation).Assembly.GetName().Version);

    [Fact]
    public void It_is_one_assembly() =>
        Assert.Equal(typeof(ParleyGenerator).Assembly, typeof(Parley.Schema.Linking.Linker).Assembly);

    private static List<(string Name, Version Version)> References()
    {
        using var file = new PEReader(File.OpenRead(typeof(ParleyGenerator).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
        ];
    }
}
