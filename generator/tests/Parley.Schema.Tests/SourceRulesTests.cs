namespace Parley.Schema.Tests;

public sealed class SourceRulesTests
{
    public static TheoryData<string> Banned => ["Microsoft.CodeAnalysis", "AppendLine", "DateTime.Now", "Guid.NewGuid", ".ToUpper()", ".ToLower()", "Environment.NewLine"];

    [Theory]
    [MemberData(nameof(Banned))]
    public void Sources_do_not_name(string text)
    {
        var files = Directory.GetFiles(GeneratorFolder.Combine("src", "Parley.Schema"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar))
            .ToList();

        Assert.True(files.Count > 40);
        Assert.DoesNotContain(files, path => File.ReadAllText(path).Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Assembly_references_nothing_but_the_framework() =>
        Assert.Equal(["netstandard"], typeof(SchemaSet).Assembly.GetReferencedAssemblies().Select(name => name.Name));
}
