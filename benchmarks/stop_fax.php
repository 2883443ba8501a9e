<?php
// SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
// SPDX-License-Identifier: MIT
//
// What somebody writes who follows SRFax's Stop_Fax page: a new connection for each fax. The certificate
// is checked, which that page leaves out.
//
//     php stop_fax.php URL FIRST_ID COUNT

[, $url, $first, $count] = $argv;
for ($id = (int) $first; $id < (int) $first + (int) $count; $id++) {
    $fields = array(
        'action'        => 'Stop_Fax',
        'access_id'     => '12345',
        'access_pwd'    => 'a&b+c=d% é',
        'sFaxDetailsID' => (string) $id,
    );
    $options = array(
        CURLOPT_POST           => 1,
        CURLOPT_HEADER         => 0,
        CURLOPT_URL            => $url,
        CURLOPT_FRESH_CONNECT  => 1,
        CURLOPT_RETURNTRANSFER => 1,
        CURLOPT_FORBID_REUSE   => 1,
        CURLOPT_TIMEOUT        => 60,
        CURLOPT_SSL_VERIFYPEER => true,
        CURLOPT_SSL_VERIFYHOST => 2,
        CURLOPT_POSTFIELDS     => http_build_query($fields),
    );
    $began = hrtime(true);
    $ch = curl_init();
    curl_setopt_array($ch, $options);
    $result = curl_exec($ch);
    if (curl_errno($ch)) {
        fwrite(STDERR, 'Error - ' . curl_error($ch) . "\n");
        exit(1);
    }
    echo (hrtime(true) - $began) / 1e6 . ' ' . json_decode($result, true)['Result'] . "\n";
}
