using Microsoft.CodeAnalysis;

namespace Parley.Generator;

/// <summary>Schemas and manifests in, C# out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ParleyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
