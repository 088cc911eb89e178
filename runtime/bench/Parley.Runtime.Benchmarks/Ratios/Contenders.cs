using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parley.Benchmarks.Rivals;

namespace Parley.Benchmarks.Ratios;

/// <summary>Every token and nothing else: the unit of all ratios.</summary>
internal readonly struct Scan : IContender
{
    public static bool Run(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
        }

        return true;
    }
}

/// <summary>Verdict only.</summary>
internal readonly struct Validate<T> : IContender
    where T : class, IJsonType<T>
{
    public static bool Run(byte[] utf8) => T.Validate(utf8);
}

/// <summary>Verdict and typed value.</summary>
internal readonly struct TryRead<T> : IContender
    where T : class, IJsonType<T>
{
    public static bool Run(byte[] utf8) => T.TryRead(utf8, out _);
}

/// <summary>A body of unknown operation: the operation, then the verdict.</summary>
internal readonly struct DispatchValidate : IContender
{
    public static bool Run(byte[] utf8) => ChatBodies.IndexOf(utf8) is var index and >= 0 && ChatBodies.Validate(index, utf8);
}

/// <summary>A body of unknown operation: the operation, then verdict and typed value.</summary>
internal readonly struct DispatchTryRead : IContender
{
    public static bool Run(byte[] utf8) => ChatBodies.IndexOf(utf8) is var index and >= 0 && ChatBodies.TryRead(index, utf8);
}

/// <summary>System.Text.Json's source generation: a typed value, nothing validated.</summary>
internal readonly struct Stj<T, TInfo> : IContender
    where T : class
    where TInfo : struct, ITypeInfoOf<T>
{
    public static bool Run(byte[] utf8) => JsonSerializer.Deserialize(utf8, TInfo.Value) is not null;
}

/// <summary>Where the source generation of a type is found.</summary>
internal interface ITypeInfoOf<T>
{
    static abstract JsonTypeInfo<T> Value { get; }
}

/// <summary>All of them.</summary>
internal readonly struct Rival : ITypeInfoOf<SingleAcceptPoco>, ITypeInfoOf<OperationPoco>, ITypeInfoOf<UpdatePoco>, ITypeInfoOf<LossyUpdatePoco>, ITypeInfoOf<SmsPoco>, ITypeInfoOf<LossySmsPoco>
{
    static JsonTypeInfo<SingleAcceptPoco> ITypeInfoOf<SingleAcceptPoco>.Value => RivalContext.Default.SingleAcceptPoco;

    static JsonTypeInfo<OperationPoco> ITypeInfoOf<OperationPoco>.Value => RivalContext.Default.OperationPoco;

    static JsonTypeInfo<UpdatePoco> ITypeInfoOf<UpdatePoco>.Value => RivalContext.Default.UpdatePoco;

    static JsonTypeInfo<LossyUpdatePoco> ITypeInfoOf<LossyUpdatePoco>.Value => RivalContext.Default.LossyUpdatePoco;

    static JsonTypeInfo<SmsPoco> ITypeInfoOf<SmsPoco>.Value => RivalContext.Default.SmsPoco;

    static JsonTypeInfo<LossySmsPoco> ITypeInfoOf<LossySmsPoco>.Value => RivalContext.Default.LossySmsPoco;
}
