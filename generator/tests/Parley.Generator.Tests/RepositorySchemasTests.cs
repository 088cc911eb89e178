using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests;

/// <summary>The generator on the repository's own contracts.</summary>
public sealed class RepositorySchemasTests
{
    private const int BytesPerSchema = 20 * 1024;

    private static readonly Lazy<GeneratorRun> Run = new(static () => GeneratorRun.Of(InputFile.AllIn(RepositoryRoot.Path("schemas"))));

    [Fact]
    public void All_schemas_become_code_that_compiles_without_a_remark() => Assert.NotEmpty(Run.Value.Output);

    [Fact]
    public void A_schema_becomes_at_most_20_KB_on_average() =>
        Assert.True(Run.Value.Output.Values.Average(static text => text.Length) <= BytesPerSchema);
}
