using System.Net;
using System.Net.Http.Headers;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>The two servers of a class, by the messages of its pages.</summary>
public sealed class ClassTests : FolderedTests, IAsyncLifetime
{
    private const string Choices =
        """{"words":"Which?","unit":"","choices":["a","b","c"],"heights":null,"axes":null}""";
    private const string Number = """{"words":"How many?","unit":"cm","choices":null,"heights":null,"axes":null}""";
    private const string Curve =
        """{"words":"Draw it.","unit":"","choices":null,"heights":{"count":3,"from":-1,"to":1},"axes":{"x":1}}""";

    private static readonly Uri _state = new("state", UriKind.Relative);

    private ClassSession _session = null!;
    private PhoneServer _phones = null!;
    private SiteServer _site = null!;
    private TeacherRoutes _teacher = null!;

    public ValueTask InitializeAsync() => StartAsync();

    private async ValueTask StartAsync(Uri? proxy = null, int phonesPerAddress = 50)
    {
        Folder.File("site/index.html", "<html></html>");
        _session = new(phonesPerAddress);
        _phones = new(_session, new(phonesPerAddress), port: 0, proxy);
        await _phones.StartAsync();
        _teacher = new(_session, new(proxy, _phones.Address.Port), proxy is not null, Folder.At("guesses.json"));
        _site = new(Folder.At("site"), port: 0, _teacher.AnswerAsync, proxy: proxy);
        await _site.StartAsync();
    }

    [Fact]
    public async Task A_phone_receives_the_question_when_it_is_asked_and_its_answer_only_at_Reveal()
    {
        using HttpClient phone = await JoinedAsync();
        Assert.Equal("""{"phase":"waiting"}""", await State(phone));

        await Do($$"""{"do":"ask","asked":{{Choices}}}""");
        string open = await State(phone);
        open.ShouldContain("\"phase\":\"open\"", "\"words\":\"Which?\"", "[\"a\",\"b\",\"c\"]");
        Assert.Equal(204, await Guess(phone, "1"));
        Assert.Equal(open, await State(phone));
        string counted = await TeacherState();
        counted.ShouldContain("\"answered\":[1]");
        counted.ShouldNotContain("guesses");

        await Do("""{"do":"reveal","question":1,"round":1,"truth":[2]}""");
        (await State(phone)).ShouldContain("\"phase\":\"revealed\"", "\"truth\":[2]");
        (await TeacherState()).ShouldContain("\"guesses\":[[1]]");
        Assert.Equal(409, await Guess(phone, "2"));
    }

    [Theory]
    [Cases(
        Choices, "2", 204, Choices, "3", 400, Choices, "-1", 400, Choices, "0.5", 400, Choices, "\"a\"", 400,
        Choices, "[1]", 400, Choices, "null", 400,
        Number, "0.5", 204, Number, "-1e308", 204, Number, "1e999", 400, Number, "NaN", 400, Number, "\"7\"", 400,
        Number, "{}", 400, Number, "true", 400,
        Curve, "[0, 1, -1]", 204, Curve, "[0, 1]", 400, Curve, "[0, 1, 0, 0]", 400, Curve, "[0, 1, 1.5]", 400,
        Curve, "[0, null, 1]", 400, Curve, "[[0], 0, 0]", 400, Curve, "0", 400, Curve, "[0, \"<b>\", 0]", 400)]
    public async Task A_guess_is_a_choice_a_finite_number_or_one_height_for_each_x(
        string question, string guess, int status)
    {
        using HttpClient phone = await JoinedAsync();
        await Do($$"""{"do":"ask","asked":{{question}}}""");

        Assert.Equal(status, await Guess(phone, guess));

        (await TeacherState()).ShouldContain($"\"answered\":[{(status == 204 ? 1 : 0)}]");
    }

    /// <summary>What the teacher does, one after the other, with the state or the refusal after each.</summary>
    [Theory]
    [Cases(
        "stop resume stop reveal again stop reveal", "closed1 open1 closed1 revealed1 open2 closed2 revealed2",
        "again again reveal resume", "open2 409 revealed2 409",
        "reveal reveal stop hands", "revealed1 409 409 409",
        "resume leave stop reveal again", "409 waiting 409 409 409")]
    public async Task A_question_has_one_state_and_what_does_not_fit_it_is_refused(string actions, string expected)
    {
        await Do($$"""{"do":"ask","asked":{{Number}}}""");
        List<string> found = [];
        int round = 1;
        foreach (string action in actions.Split(' '))
        {
            string message = $$"""{"do":"{{action}}","question":1,"round":{{round}},"truth":7,"hands":[1]}""";
            int status = await Post(_site, "nn-class/act", message);
            if (status == 204 && action == "again")
                round++;
            using JsonDocument state = JsonDocument.Parse(await TeacherState());
            found.Add(status == 204
                ? state.RootElement.TryGetProperty("phase", out JsonElement phase) ? $"{phase}{round}" : "waiting"
                : $"{status}");
        }
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public async Task A_second_guess_of_a_phone_replaces_its_first_and_a_late_one_of_another_vote_is_refused()
    {
        using HttpClient phone = await JoinedAsync(), other = await JoinedAsync();
        await Do($$"""{"do":"ask","asked":{{Number}}}""");
        foreach (string guess in new[] { "1", "5" })
            Assert.Equal(204, await Guess(phone, guess));
        await Guess(other, "3");
        await Do("""{"do":"hands","question":1,"round":1,"hands":[9, 9]}""");
        await Do("""{"do":"hands","question":1,"round":1,"hands":[4]}""");
        await Do("""{"do":"again","question":1,"round":1}""");
        Assert.Equal(409, await Guess(phone, "2"));
        Assert.Equal(204, await Guess(phone, "2", round: 2));
        Assert.Equal(409, await Guess(phone, "2", question: 2));
        await Do("""{"do":"reveal","question":1,"round":2,"truth":2}""");

        (await TeacherState()).ShouldContain("\"guesses\":[[3,4,5],[2]]");
        string saved = await File.ReadAllTextAsync(Folder.At("guesses.json"), Cancellation);
        Assert.Equal(
            """[{"question":{"words":"How many?","unit":"cm","axes":null},"truth":2,"guesses":[[3,4,5],[2]]}]""",
            saved);
    }

    [Fact]
    public async Task An_answer_that_comes_later_is_revealed_when_the_question_is_asked_again()
    {
        using HttpClient phone = await JoinedAsync();
        await Do($$"""{"do":"ask","asked":{{Number}}}""");
        await Do("""{"do":"reveal","question":1,"round":1,"truth":null}""");
        await Do("""{"do":"leave","question":1,"round":1}""");
        await Do($$"""{"do":"ask","asked":{{Number}}}""");
        (await State(phone)).ShouldContain("\"phase\":\"revealed\"", "\"truth\":null");

        string reveal = """{"do":"reveal","question":1,"round":1,"truth":7}""";
        await Do(reveal);
        (await State(phone)).ShouldContain("\"truth\":7");
        Assert.Equal(409, await Post(_site, "nn-class/act", reveal));
    }

    [Fact]
    public async Task An_answer_is_revealed_even_if_the_guesses_cannot_be_saved_and_the_teacher_is_told()
    {
        Directory.CreateDirectory(Folder.At("guesses.json"));
        await Do($$"""{"do":"ask","asked":{{Number}}}""");

        Assert.Equal(507, await Post(_site, "nn-class/act", """{"do":"reveal","question":1,"round":1,"truth":1}"""));

        (await TeacherState()).ShouldContain("\"phase\":\"revealed\"");
    }

    [Fact]
    public async Task A_question_that_is_asked_again_is_as_it_was_left_and_a_window_with_another_one_is_told()
    {
        using HttpClient phone = await JoinedAsync();
        await Do($$"""{"do":"ask","asked":{{Number}}}""");
        await Guess(phone, "1");
        await Do($$"""{"do":"ask","asked":{{Curve}}}""");

        Assert.Equal(409, await Post(_site, "nn-class/act", """{"do":"reveal","question":1,"round":1,"truth":1}"""));
        await Do($$"""{"do":"ask","asked":{{Number}}}""");
        (await TeacherState()).ShouldContain("\"id\":1", "\"answered\":[1]");
    }

    [Theory]
    [Cases(
        "Origin: http://evil.example", 403, "Origin: null", 403, "Content-Type: text/plain", 403,
        "Content-Type: application/json; charset=foo", (int)Outcome.WrongCode,
        "Host: evil.example", 421, "Body: {", 400, "Body: {\"code\":7}", 400, "Body: null", 400,
        "Body: {\"code\":\"\",\"name\":\"x\"}", 400, "Body: " + "{\"code\":\"\",\"code\":\"\"}", 400)]
    public async Task A_message_is_JSON_of_this_server_s_own_page(string change, int status) =>
        Assert.Equal(status, await Post(_phones, "join", """{"code":"000000"}""", change: change));

    [Fact]
    public async Task A_message_that_is_too_long_is_refused() =>
        Assert.Equal(413, await Post(_phones, "join", $$"""{"code":"{{new string('1', 20_000)}}"}"""));

    [Theory]
    [Cases("nn-class/act", 404, "nn-class/state", 404, "nn-class/qr.svg", 404, "index.html", 404, "join", 405, "", 200)]
    public async Task The_phones_server_has_no_route_of_the_teacher(string path, int status)
    {
        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(Here(_phones), path), Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_phones_page_is_small_and_its_policy_allows_only_its_own_script()
    {
        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.GetAsync(Here(_phones), Cancellation);
        string page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, 50_000);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'sha256-");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Wrong_codes_are_slowed_but_not_the_QR_code_and_nobody_joins_after_the_joining_is_closed()
    {
        string wrong = _session.Code == "000000" ? "111111" : "000000";
        int[] tries = new int[12];
        for (int i = 0; i < tries.Length; i++)
            tries[i] = await Post(_phones, "join", $$"""{"code":"{{wrong}}"}""");
        Assert.Equal(403, tries[9]);
        Assert.Equal(429, tries[11]);
        Assert.Equal(429, await Post(_phones, "join", $$"""{"code":"{{_session.Code}}"}"""));
        Assert.Equal(204, await Post(_phones, "join", $$"""{"code":"{{_session.LongCode}}"}"""));

        await Do("""{"do":"joining","open":false}""");
        Assert.Equal(Outcome.JoiningClosed, _session.Join(_session.Code, "10.0.0.9").Outcome);
    }

    [Fact]
    public void Wrong_codes_of_all_addresses_together_are_slowed()
    {
        using var limits = new ClassLimits(phonesPerAddress: 50);
        int tries = 0;
        for (int i = 0; i < 400; i++)
        {
            string address = ClassLimits.KeyOf(IPAddress.Parse($"10.0.0.{i % 200}"));
            if (!limits.AllowsCode(address))
                continue;
            limits.WrongCode(address);
            tries++;
        }
        Assert.InRange(tries, 100, 120);
    }

    [Fact]
    public async Task A_phone_that_asks_without_end_does_not_keep_others_of_its_address_from_joining()
    {
        await DisposeServersAsync();
        await StartAsync(phonesPerAddress: 2);
        using HttpClient greedy = await JoinedAsync();
        for (int i = 0; i < 200; i++)
            (await greedy.GetAsync(_state, Cancellation)).Dispose();

        using HttpClient other = await JoinedAsync();
        Assert.Equal("""{"phase":"waiting"}""", await State(other));
    }

    [Fact]
    public async Task As_many_phones_join_as_one_address_and_the_class_may_have()
    {
        var session = new ClassSession(phonesPerAddress: 2);
        string[] addresses = [.. Enumerable.Range(0, 501).Select(i => $"address {i}")];
        int[] joined = [.. addresses.Select(address =>
            Enumerable.Range(0, 3).Count(_ => session.Join(session.Code, address).Outcome == Outcome.Done))];

        Assert.All(joined[..500], count => Assert.Equal(2, count));
        Assert.Equal(0, joined[500]);

        using HttpClient phone = await JoinedAsync();
        int refused = 0;
        for (int i = 0; i < 40; i++)
        {
            using HttpResponseMessage answer = await phone.GetAsync(_state, Cancellation);
            refused += (int)answer.StatusCode == 429 ? 1 : 0;
        }
        Assert.InRange(refused, 5, 25);
    }

    [Fact]
    public async Task Behind_a_proxy_the_teacher_has_a_password_and_phones_are_told_apart_by_the_header_of_the_proxy()
    {
        await DisposeServersAsync();
        await StartAsync(new("https://class.example/"), phonesPerAddress: 1);
        using var client = new HttpClient();
        var state = new Uri(_site.Address, "nn-class/state");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(state, Cancellation)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"teacher:{_teacher.Password}")));
        (await client.GetStringAsync(state, Cancellation)).ShouldContain("\"addresses\":[\"https://class.example/\"]");

        string join = $$"""{"code":"{{_session.Code}}"}""";
        async Task<int> From(string address) => await Post(
            _phones, "join", join, change: "Origin: https://class.example", forwarded: $"6.6.6.6, {address}");
        int[] joined = [await From("10.0.0.1"), await From("10.0.0.1"), await From("10.0.0.2:55")];
        Assert.Equal([204, 429, 204], joined);
        // Of IPv6, the first 64 bits count.
        joined = [await From("2001:db8::1"), await From("2001:db8::2:1"), await From("2001:db8:0:1::1"),
            await From("[2001:db8::3]:55"), await From("::ffff:10.0.0.2")];
        Assert.Equal([204, 429, 204, 429, 429], joined);
        Assert.Equal(403, await Post(_phones, "join", join, change: "Origin: http://class.example"));
    }

    [Fact]
    public void The_QR_code_is_one_of_this_machine_s_addresses_only()
    {
        var addresses = new ClassAddresses(new("https://class.example/"), port: 1);

        addresses.QrCodeOf("https://class.example/", "123456")!.ShouldContain("<svg", "viewBox");
        Assert.Null(addresses.QrCodeOf("https://evil.example/", "123456"));
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeServersAsync();
        Dispose();
    }

    private async ValueTask DisposeServersAsync()
    {
        await _site.DisposeAsync();
        await _phones.DisposeAsync();
    }

    private async Task<HttpClient> JoinedAsync()
    {
        var client = new HttpClient { BaseAddress = Here(_phones) };
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress.GetLeftPart(UriPartial.Authority));
        Assert.Equal(204, await Send(client, "join", $$"""{"code":"{{_session.Code}}"}"""));
        return client;
    }

    private static Task<string> State(HttpClient phone) => phone.GetStringAsync(_state, Cancellation);

    private static Task<int> Guess(HttpClient phone, string guess, int question = 1, int round = 1) =>
        Send(phone, "guess", $$"""{"question":{{question}},"round":{{round}},"guess":{{guess}}}""");

    private async Task Do(string message) => Assert.Equal(204, await Post(_site, "nn-class/act", message));

    private async Task<string> TeacherState()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(_site.Address, "nn-class/state"), Cancellation);
    }

    private static async Task<int> Send(HttpClient client, string path, string message)
    {
        using var content = new StringContent(message, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer =
            await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
        return (int)answer.StatusCode;
    }

    /// <param name="change">A header or the body that differs, as <c>Origin: null</c>.</param>
    private static async Task<int> Post(
        WebServer server, string path, string message, string change = "", string? forwarded = null)
    {
        Uri address = Here(server);
        using var client = new HttpClient();
        string[] parts = change.Split(": ", 2);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path));
        request.Content = new StringContent(parts[0] == "Body" ? parts[1] : message);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            parts[0] == "Content-Type" ? parts[1] : "application/json");
        request.Headers.Add("Origin", parts[0] == "Origin" ? parts[1] : address.GetLeftPart(UriPartial.Authority));
        if (parts[0] == "Host")
            request.Headers.Host = parts[1];
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        return (int)answer.StatusCode;
    }

    /// <summary>The address on this machine of a server that listens on all addresses.</summary>
    private static Uri Here(WebServer server) => new($"http://127.0.0.1:{server.Address.Port}/");
}
