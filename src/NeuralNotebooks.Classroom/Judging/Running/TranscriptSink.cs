namespace NeuralNotebooks.Classroom;

/// <summary>Writes the outputs of cells as text.</summary>
internal sealed class TranscriptSink(TextWriter transcript) : IOutputSink
{
    public void Emit(Output output)
    {
        switch (output)
        {
            case StreamOutput text:
                transcript.Write(text.Text);
                break;
            case DisplayData display:
                transcript.WriteLine(display.Data.Text(MimeBundle.PlainText));
                break;
        }
    }

    public void Update(string displayId, MimeBundle data) => transcript.WriteLine(data.Text(MimeBundle.PlainText));

    public void Clear(bool wait)
    {
    }
}
