using System.CommandLine;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The command <c>class</c>, which measures how long <c>nn serve --class</c> takes for the guesses of a class
/// that arrive at the same time.</summary>
internal static class ClassCommand
{
    private const string Question =
        """{"do":"ask","asked":{"words":"?","unit":"","choices":["a","b"],"heights":null,"axes":null}}""";

    private const int Count = 300;

    public static Command Create()
    {
        Command command = new("class", "Measures how long nn serve --class takes for the guesses of 300 phones.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        DirectoryInfo site = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(site.FullName, "index.html"), "");
        using Process nn = Process.Start(new ProcessStartInfo(
            Repository.At("nn"),
            [
                "serve", site.FullName, "--class", "--port", "0", "--class-port", "0",
                "--phones-per-address", $"{Count}",
            ])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            string said = "";
            while (!said.Contains("Ctrl-C"))
                said += await nn.StandardOutput.ReadLineAsync() ?? throw new InvalidDataException(said);
            await SendAsync(Client(@" at http://[^/]*?:(\d+)/ \(Ctrl-C"), "nn-class/act", Question);
            HttpClient[] phones = [.. Enumerable.Range(0, Count).Select(_ => Client(@"joins at http://[^/]*?:(\d+)/"))];
            string code = Regex.Match(said, @"the code (\d+)").Groups[1].Value;
            foreach ((string path, string message) in new[]
            {
                ("join", $$"""{"code":"{{code}}"}"""), ("guess", """{"question":1,"round":1,"guess":1}"""),
            })
            {
                long start = Stopwatch.GetTimestamp();
                await Task.WhenAll(phones.Select(phone => SendAsync(phone, path, message)));
                Console.WriteLine(Invariant(
                    $"{Count} phones, {path}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s"));
            }
            return ExitCode.Passed;

            HttpClient Client(string pattern)
            {
                string address = $"http://127.0.0.1:{Regex.Match(said, pattern).Groups[1].Value}";
                var client = new HttpClient { BaseAddress = new(address) };
                client.DefaultRequestHeaders.Add("Origin", address);
                return client;
            }
        }
        finally
        {
            nn.Kill(entireProcessTree: true);
            site.Delete(recursive: true);
        }
    }

    private static async Task SendAsync(HttpClient client, string path, string message)
    {
        using var content = new StringContent(message, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }
}
