using Parley.Benchmarks.Chat;
using Parley.Benchmarks.Payloads;
using Parley.Benchmarks.Rivals;

namespace Parley.Benchmarks.Ratios;

/// <summary>
/// Everything that is measured. <c>stj-keeping</c> keeps the members that its type does not declare, as emitted records do; <c>stj-dropping</c> forgets them. Where the schema allows
/// none there is nothing to keep.
/// </summary>
internal static class MeasureGroups
{
    public static MeasureGroup[] All { get; } =
    [
        Of<AcceptRequest>("accept", Measure.Of<Stj<SingleAcceptPoco, Rival>>("stj-dropping")),
        Of<UpdatePropertiesRequest>("update", Measure.Of<Stj<UpdatePoco, Rival>>("stj-keeping"), Measure.Of<Stj<LossyUpdatePoco, Rival>>("stj-dropping")),
        Of<SmsSessionChanged>("sms", Measure.Of<Stj<SmsPoco, Rival>>("stj-keeping"), Measure.Of<Stj<LossySmsPoco, Rival>>("stj-dropping")),
        Dispatch("union"),
        Dispatch("union-last"),
    ];

    private static MeasureGroup Of<T>(string name, params Measure[] rivals)
        where T : class, IJsonType<T> =>
        new(name, Payload.Named(name), [Measure.Of<Scan>("scan"), Measure.Of<Validate<T>>("validate"), Measure.Of<TryRead<T>>("read"), .. rivals]);

    private static MeasureGroup Dispatch(string name) => new(
        name,
        Payload.Named(name),
        [
            Measure.Of<Scan>("scan"),
            Measure.Of<DispatchValidate>("validate"),
            Measure.Of<DispatchTryRead>("read"),
            Measure.Of<Stj<OperationPoco, Rival>>("stj-dropping"),
        ]);
}
