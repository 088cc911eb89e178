using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Parley.Generator.Tests.Harness;

/// <summary>An emitted declaration at work: each question is put to all of its members, which must agree.</summary>
internal sealed class LiveType
{
    private readonly TryReadCall _tryRead;
    private readonly ValidateCall _validate;
    private readonly ExplainCall _explain;

    internal LiveType(Type type)
    {
        Type = type;
        var declaration = type.GetInterfaces().Single(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJsonDeclaration<>));
        var bound = typeof(Bound<,>).MakeGenericType(type, declaration.GetGenericArguments()[0]);
        _tryRead = bound.GetMethod("TryRead", BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy)!.CreateDelegate<TryReadCall>();
        _validate = type.GetMethod("Validate", BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy)!.CreateDelegate<ValidateCall>();
        _explain = type.GetMethod("Explain", BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy)!.CreateDelegate<ExplainCall>();
    }

    private delegate bool TryReadCall(ReadOnlySpan<byte> text, JsonReaderOptions options, out object? value, out string? written);

    private delegate bool ValidateCall(ReadOnlySpan<byte> text, JsonReaderOptions options);

    private delegate SchemaErrors ExplainCall(ReadOnlySpan<byte> text, JsonReaderOptions options);

    public Type Type { get; }

    /// <summary>A declaration that one file gives.</summary>
    public static LiveType Of(string name, params InputFile[] files) => Of(GeneratorRun.Of(files).Load(), name);

    /// <summary>A declaration of an assembly.</summary>
    public static LiveType Of(Assembly assembly, string name)
    {
        var type = assembly.GetType("Sample." + name, throwOnError: true)!;
        // Of an enum, and of the struct of one that may grow, a class beside it reads.
        return new LiveType(type.IsValueType ? assembly.GetType("Sample." + name + "Json", throwOnError: true)! : type);
    }

    /// <summary>Requires acceptance by all, and that what is written again is accepted and the same value.</summary>
    /// <returns>The value.</returns>
    public object? Accepts(string json) => Accepts(Encoding.UTF8.GetBytes(json));

    public object? Accepts(ReadOnlySpan<byte> json, JsonReaderOptions options = default)
    {
        var text = Encoding.UTF8.GetString(json);
        var errors = _explain(json, options);
        Assert.True(errors.Count == 0, $"{Type.Name} refuses {text}: {errors}");
        Assert.True(_validate(json, options), $"{Type.Name}.Validate refuses {text}, which Explain accepts");
        Assert.True(_tryRead(json, options, out var value, out var written), $"{Type.Name}.TryRead refuses {text}, which Explain accepts");
        Assert.True(_tryRead(Encoding.UTF8.GetBytes(written!), options, out var again, out _), $"{Type.Name} does not accept its own {written}");
        Assert.Equal(value, again);
        return value;
    }

    /// <summary>Requires refusal by all.</summary>
    /// <returns>The errors.</returns>
    public SchemaErrors Refuses(string json) => Refuses(Encoding.UTF8.GetBytes(json));

    public SchemaErrors Refuses(ReadOnlySpan<byte> json, JsonReaderOptions options = default)
    {
        var text = Encoding.UTF8.GetString(json);
        var errors = _explain(json, options);
        Assert.False(_validate(json, options), $"{Type.Name}.Validate accepts {text}");
        Assert.False(_tryRead(json, options, out _, out _), $"{Type.Name}.TryRead accepts {text}");
        Assert.True(errors.Count > 0, $"{Type.Name}.Explain accepts {text}, which Validate refuses");
        return errors;
    }

    /// <summary>Requires that all give the same verdict, whichever it is.</summary>
    /// <returns>The verdict.</returns>
    public bool Decides(ReadOnlySpan<byte> json)
    {
        if (_validate(json, default))
            Accepts(json);
        else
            Refuses(json);
        return _validate(json, default);
    }

    /// <summary>The text that a value is written as.</summary>
    public string Writes(string json)
    {
        Assert.True(_tryRead(Encoding.UTF8.GetBytes(json), default, out _, out var written), $"{Type.Name} refuses {json}");
        return written!;
    }

    /// <summary>A property of a value that was read.</summary>
    public static object? Get(object? value, string property) => value!.GetType().GetProperty(property)!.GetValue(value);

    private static class Bound<TDeclaration, TValue>
        where TDeclaration : IJsonDeclaration<TValue>
    {
        public static bool TryRead(ReadOnlySpan<byte> text, JsonReaderOptions options, out object? value, out string? written)
        {
            value = null;
            written = null;
            if (!JsonText.TryRead<TDeclaration, TValue>(text, out var read, options))
                return false;

            var output = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(output))
                TDeclaration.Write(writer, read);
            value = read;
            written = Encoding.UTF8.GetString(output.WrittenSpan);
            return true;
        }
    }
}
