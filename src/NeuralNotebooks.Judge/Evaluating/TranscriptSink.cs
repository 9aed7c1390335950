namespace NeuralNotebooks.Judge;

internal sealed class TranscriptSink(TextWriter transcript) : IOutputSink
{
    public void Emit(OutputEvent shown)
    {
        switch (shown)
        {
            case StreamOutput text:
                transcript.Write(text.Text);
                break;
            case DisplayData display:
                transcript.WriteLine(display.Data.Text(MimeBundle.PlainText));
                break;
            case DisplayUpdate update:
                transcript.WriteLine(update.Data.Text(MimeBundle.PlainText));
                break;
        }
    }
}
