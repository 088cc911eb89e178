using System.Text.Json.Serialization;

namespace Parley.Benchmarks.Rivals;

/// <summary>System.Text.Json's source generation for the same payloads.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(SingleAcceptPoco))]
[JsonSerializable(typeof(OperationPoco))]
[JsonSerializable(typeof(UpdatePoco))]
[JsonSerializable(typeof(LossyUpdatePoco))]
[JsonSerializable(typeof(SmsPoco))]
[JsonSerializable(typeof(LossySmsPoco))]
internal sealed partial class RivalContext : JsonSerializerContext;
