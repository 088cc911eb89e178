using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Parley.Generator.Tests.Harness;

/// <summary>Walks what the pipeline keeps between runs and refuses anything that keeps a compilation alive.</summary>
internal static class ModelWalk
{
    public static void AssertFreeOfRoslyn(object? root, string step)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>();
        pending.Push(root);
        while (pending.TryPop(out var item))
        {
            if (item is null || item is string || item.GetType().IsPrimitive || item.GetType().IsEnum || !seen.Add(item))
                continue;

            Assert.False(
                item is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic,
                $"The step '{step}' keeps a {item.GetType().Name} between runs; models hold plain values only.");
            if (item is IEnumerable items)
            {
                foreach (var child in items)
                    pending.Push(child);
            }

            // The compiler's own options and texts are the input of the first step, not something that we keep.
            if (item.GetType().Assembly == typeof(ParleyGenerator).Assembly || item.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) != true)
                PushFields(item, pending);
        }
    }

    private static void PushFields(object item, Stack<object?> pending)
    {
        if (item is AdditionalText || item.GetType().Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
            return;
        for (var type = item.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                pending.Push(field.GetValue(item));
        }
    }
}
