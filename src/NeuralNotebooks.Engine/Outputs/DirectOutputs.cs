using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>For hosts without threads: calls the sink on the thread of the code that shows an output.</summary>
internal sealed class DirectOutputs(IOutputSink sink) : OutputDelivery
{
    private readonly Lock _gate = new();
    private Exception? _failure;

    public override void Write(StreamName stream, string chars) => Emit(new StreamOutput(stream, chars));

    public override void Flush()
    {
    }

    public override void Complete()
    {
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    public override void Emit(OutputEvent shown)
    {
        lock (_gate)
        {
            if (_failure is not null)
                return;
            try
            {
                sink.Emit(shown);
            }
            catch (Exception e)
            {
                _failure = e;
            }
        }
    }
}
