using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

/// <summary>Sums one host's measurements, so that a test can wait for a state of the server instead of for time.</summary>
internal sealed class MeterProbe : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _sums = [];
    private readonly List<(string Instrument, Func<long, bool> Wanted, TaskCompletionSource Reached)> _waiting = [];
    private readonly MeterListener _listener = new();

    public MeterProbe(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Parley.Bayeux" && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument.Name, value));
        _listener.Start();
    }

    public long this[string instrument]
    {
        get { lock (_gate) return _sums.GetValueOrDefault(instrument); }
    }

    /// <summary>Ends when the sum of an instrument is what is wanted.</summary>
    public async Task UntilAsync(string instrument, Func<long, bool> wanted)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (wanted(_sums.GetValueOrDefault(instrument)))
                return;
            _waiting.Add((instrument, wanted, reached));
        }

        await reached.Task.WaitAsync(Limit.Any, TestContext.Current.CancellationToken);
    }

    public Task HeldAsync(long count = 1) => UntilAsync("bayeux.connects.held", held => held == count);

    public void Dispose() => _listener.Dispose();

    private void Add(string instrument, long value)
    {
        lock (_gate)
        {
            var sum = _sums[instrument] = _sums.GetValueOrDefault(instrument) + value;
            foreach (var waiting in _waiting.Where(waiting => waiting.Instrument == instrument && waiting.Wanted(sum)).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Reached.SetResult();
            }
        }
    }
}
