using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>Calls the sink immediately, on the thread of the code that shows an output: for hosts without
/// threads.</summary>
internal sealed class DirectOutputs(IOutputSink sink) : OutputDelivery
{
    private readonly Lock _gate = new();
    private Exception? _failure;

    public override void Write(StreamName stream, string chars) => Emit(new StreamOutput(stream, chars));

    public override void Flush()
    {
    }

    public override Task CompleteAsync()
    {
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        return Task.CompletedTask;
    }

    protected override void Add(Delivery delivery)
    {
        lock (_gate)
        {
            if (_failure is not null)
                return;
            try
            {
                delivery.Call(sink);
            }
            catch (Exception e)
            {
                _failure = e;
            }
        }
    }
}
